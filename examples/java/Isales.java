import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a test sets up, sees and provokes at a double that runs already (mock-isales run -- java -cp out Tests): a
 * contact centre of its own, a world under /_mock, whose clock stands still but for the dialler's pauses.
 */
final class Isales implements AutoCloseable {
    /** Whether the server verifies signatures; if not, it takes any. */
    static final boolean VERIFIES = System.getenv("MOCK_ISALES_AK") != null;

    private static final String SERVER = environment("MOCK_ISALES_URL", "http://127.0.0.1:28080");
    private static final String TOKEN = environment("MOCK_ISALES_CONTROL_TOKEN", "");
    private static final String AK = environment("MOCK_ISALES_AK", "demo");
    static final String SK = environment("MOCK_ISALES_SK", "secret");
    private static final String PLANTED = System.getenv("PLANTED");

    private static final String SEED = "{'vdns': [{'id': 1, 'campaigns': [{'id': 1}]}]}";
    private static final HttpClient HTTP = http();

    private final String name = "java-" + UUID.randomUUID();

    Isales() {
        control("PUT", "", SEED);
        control("PUT", "/clock", "{'mode': 'frozen'}");
    }

    @Override
    public void close() {
        control("DELETE", "", "");
    }

    /** The address that the client under test is given. */
    String url() {
        return SERVER + "/w/" + name;
    }

    Connection connection() {
        return connection(SK, Duration.ofSeconds(30));
    }

    Connection connection(String sk, Duration timeout) {
        return new Connection(HTTP, url(), new C2Signer(AK, sk), timeout);
    }

    /** The dialler that is tested, for campaign 1 of VDN 1; PLANTED=NoPace takes one with a mistake. */
    Dialler dialler() {
        return dialler(connection(), 1);
    }

    Dialler dialler(Connection connection, long campaign) {
        return Planted.making(PLANTED).dialler(connection, 1, campaign, this::advance);
    }

    void advance(double seconds) {
        control("POST", "/clock/advance", "{'seconds': " + seconds + "}");
    }

    String now() {
        return (String) Json.readObject(control("GET", "/clock", "")).get("now");
    }

    /** Changes the campaign, such as {'state': 'completed'}: in all that is sent here, ' stands for ". */
    void changeCampaign(String change) {
        control("PATCH", "/campaigns/1/1", change);
    }

    void changeReadings(String change) {
        control("PATCH", "/readings", change);
    }

    void block(String number) {
        control("POST", "/blocklist/1", "{'numbers': ['" + number + "']}");
    }

    /** What calls are answered; docs/control.md has the form. */
    void fault(String fault) {
        control("POST", "/faults", fault);
    }

    /** The records that the campaign has. */
    List<Map<String, Object>> records() {
        return Json.objects(Json.readObject(control("GET", "/campaigns/1/1/records", "")), "records");
    }

    /** The calling numbers that the campaign has. */
    List<Map<String, Object>> callingNumbers() {
        return Json.objects(Json.readObject(control("GET", "/campaigns/1/1", "")), "calling_numbers");
    }

    /** How many calls there were; of one kind only, such as "result_code", "0200022". */
    int count(String... wanted) {
        return ((Number) journal(wanted).get("total")).intValue();
    }

    /** The calls, a line each, and why the last one was refused: for people, when a test fails. */
    List<String> told() {
        var entries = new ArrayList<>(Json.objects(journal("limit", "20", "order", "newest"), "entries"));
        Collections.reverse(entries);
        var why = entries.stream().anyMatch(each -> each.get("clause") != null)
                ? control("GET", "/journal/last/explanation?format=text", "").lines()
                : Stream.<String>of();
        return Stream.concat(entries.stream().map(Isales::line), why).toList();
    }

    private static String line(Map<String, Object> entry) {
        return Stream.of("at", "operation", "status", "result_code", "clause", "field", "value")
                .map(entry::get)
                .map(value -> value instanceof Double number ? String.valueOf(number.intValue()) : value)
                .filter(value -> value != null && !value.equals(""))
                .map(String::valueOf)
                .collect(Collectors.joining("  "));
    }

    private Map<String, Object> journal(String... wanted) {
        var query = new StringBuilder("/journal?");
        for (var at = 0; at < wanted.length; at += 2) {
            query.append(wanted[at]).append('=').append(URLEncoder.encode(wanted[at + 1], UTF_8)).append('&');
        }
        return Json.readObject(control("GET", query.toString(), ""));
    }

    private String control(String method, String path, String body) {
        var request = HttpRequest.newBuilder(URI.create(SERVER + "/_mock/worlds/" + name + path))
                .version(HttpClient.Version.HTTP_1_1)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body.replace('\'', '"')));
        if (!TOKEN.isEmpty()) {
            request.header("Authorization", "Bearer " + TOKEN);
        }
        try {
            var answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() >= 400) {
                throw new IllegalStateException(method + " " + path + ": " + answer.body());
            }
            return answer.body();
        } catch (IOException | InterruptedException nobody) {
            throw new IllegalStateException("no double at " + SERVER + ": mock-isales run starts one", nobody);
        }
    }

    private static HttpClient http() {
        var ca = System.getenv("MOCK_ISALES_CA");
        try {
            var client = HttpClient.newBuilder();
            return (ca == null ? client : client.sslContext(Trust.in(Path.of(ca)))).build();
        } catch (GeneralSecurityException | IOException unreadable) {
            throw new IllegalStateException("the authority " + ca + " cannot be read", unreadable);
        }
    }

    private static String environment(String name, String otherwise) {
        return System.getenv().getOrDefault(name, otherwise);
    }
}
