import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;

/**
 * Signed calls of CC-iSales.
 *
 * @param http what carries them
 * @param url the server's address, such as https://cc.example:28080
 * @param signer signs them
 * @param timeout how long a whole answer is waited for
 */
record Connection(HttpClient http, String url, C2Signer signer, Duration timeout) {
    private static final String CONTENT_TYPE = "application/json; charset=UTF-8";

    Connection(String url, C2Signer signer) {
        this(
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build(),
                url,
                signer,
                Duration.ofSeconds(30));
    }

    /**
     * Makes a call.
     *
     * @param path below /rest/isales
     * @param sent what becomes its body
     * @return what the interface answered, be it a success or a refusal
     * @throws NoAnswer nothing was done
     * @throws OutcomeUnknown perhaps it was done
     */
    Answer post(String path, Map<String, ?> sent) {
        var uri = URI.create(url + "/rest/isales" + path);
        var text = Json.write(sent); // made once: the text that is signed is the text that is sent, to the last space
        var request = HttpRequest.newBuilder(uri)
                .version(HttpClient.Version.HTTP_1_1) // HTTP/2 has no header Host that could be signed
                .header("Content-Type", CONTENT_TYPE)
                .header("Authorization", token(uri, text))
                .header("locale", "en_US")
                .POST(HttpRequest.BodyPublishers.ofString(text))
                .build();
        var answer = answerTo(request);
        return Answer.of(answer.statusCode(), answer.body());
    }

    /** HttpClient sends Host and Content-Length itself. They are only signed here; the length counts bytes. */
    private String token(URI uri, String text) {
        var length = String.valueOf(text.getBytes(UTF_8).length);
        var signed = Map.of("content-type", CONTENT_TYPE, "content-length", length);
        return signer.sign("POST", uri, signed, text, Instant.now());
    }

    /** HttpRequest's own timeout ends with the headers: for a body that stops half-way it would wait without an end. */
    private HttpResponse<String> answerTo(HttpRequest request) {
        var answer = http.sendAsync(request, HttpResponse.BodyHandlers.ofString());
        try {
            return answer.get(timeout.toMillis(), MILLISECONDS);
        } catch (ExecutionException failed) {
            throw without(failed.getCause());
        } catch (TimeoutException late) {
            answer.cancel(true);
            throw new OutcomeUnknown("no answer from " + url + " in time", late);
        } catch (InterruptedException interrupted) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new OutcomeUnknown("no answer from " + url + " was waited for", interrupted);
        }
    }

    private RuntimeException without(Throwable cause) {
        if (cause instanceof ConnectException
                || cause instanceof HttpConnectTimeoutException
                || cause instanceof SSLHandshakeException) {
            return new NoAnswer("no answer from " + url + ", as there was no connection", cause);
        }
        return new OutcomeUnknown("no answer from " + url, cause);
    }
}
