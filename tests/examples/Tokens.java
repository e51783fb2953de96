import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;

/** Prints a token for each line of standard input: method, URL, time, body, names and values of headers, by tabs. */
final class Tokens {
    public static void main(String[] args) throws IOException {
        var signer = new C2Signer(args[0], args[1]);
        for (var line : new String(System.in.readAllBytes(), UTF_8).split("\n")) {
            var parts = line.split("\t", -1);
            var headers = new LinkedHashMap<String, String>();
            for (var at = 4; at < parts.length; at += 2) {
                headers.put(parts[at], parts[at + 1]);
            }
            System.out.println(signer.sign(parts[0], URI.create(parts[1]), headers, parts[3], Instant.parse(parts[2])));
        }
    }
}
