import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;

/**
 * Adds a record to a campaign (Adding Outbound Numbers, V2), and prints HTTP status and answer. Java 17, nothing else:
 *
 * <pre>
 * java -cp out AddRecords http://localhost:28080/rest/isales/v2/openapi/campaigns/1/calldata/1 AK SK
 * java -cp out AddRecords https://localhost:28080/rest/isales/v2/openapi/campaigns/1/calldata/1 AK SK ca.pem
 * </pre>
 *
 * ca.pem is the authority that the server's certificate comes from (mock-isales serve --tls --tls-ca-out ca.pem);
 * without it, Java trusts the publicly known ones.
 */
public final class AddRecords {
    private static final String CONTENT_TYPE = "application/json; charset=UTF-8";

    // Chinese is escaped for the compiler, which before Java 18 reads a file as the system's locale says.
    private static final String BODY = """
            {"callDataList": [{"sessionId": "42", "called": [{"calledNo": "88888888"}],
              "callData": "{\\"name\\": \\"\u738b\u82b3\\"}"}]}""";

    public static void main(String[] args) throws Exception {
        if (args.length < 3) {
            System.err.println("usage: java -cp out AddRecords URL AK SK [CA.pem]");
            System.exit(2);
        }
        var uri = URI.create(args[0]);
        var signer = new C2Signer(args[1], args[2]);

        // HttpClient sends Host and Content-Length itself, and lets nobody set them. They are only signed here; the
        // length counts bytes, not characters.
        var body = BODY.getBytes(UTF_8);
        var signed = Map.of("content-type", CONTENT_TYPE, "content-length", String.valueOf(body.length));
        var request = HttpRequest.newBuilder(uri)
                .version(HttpClient.Version.HTTP_1_1) // HTTP/2 has no header Host that could be signed
                .header("Content-Type", CONTENT_TYPE)
                .header("Authorization", signer.sign("POST", uri, signed, BODY, Instant.now()))
                .header("locale", "en_US")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();

        var client = HttpClient.newBuilder();
        if (args.length > 3) {
            client.sslContext(Trust.in(Path.of(args[3])));
        }
        var answer = client.build().send(request, HttpResponse.BodyHandlers.ofString());
        // It is a success if its resultCode is 0200000; status 200 alone does not say so.
        System.out.println(answer.statusCode() + " " + answer.body());
    }
}
