import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs requests with C2, which CC-iSales asks for in the header Authorization. */
record C2Signer(String ak, String sk) {
    /**
     * The value of the header Authorization.
     *
     * @param uri the whole address; it says the path, the query and the header Host
     * @param headers which headers are signed beside Host, with the values that are sent
     * @param body the text that is sent, in UTF-8; empty for none
     * @param time now; the server compares it with its own clock
     */
    String sign(String method, URI uri, Map<String, String> headers, String body, Instant time) {
        var signed = new TreeMap<>(Map.of("host", host(uri)));
        headers.forEach((name, value) -> signed.put(name.toLowerCase(Locale.ROOT), value));
        var names = String.join(";", signed.keySet());

        var lines = new ArrayList<>(List.of(method, uri.getRawPath())); // what is encoded in it is not encoded again
        var query = query(uri.getRawQuery());
        if (!query.isEmpty()) { // no query, no line
            lines.add(query);
        }
        lines.add(names);
        signed.entrySet().stream()
                .map(each -> enc(each.getKey()) + ":" + enc(each.getValue()))
                .sorted()
                .forEach(lines::add);
        lines.add(enc(body)); // the body itself, not its hash

        var prefix = "auth-v2/" + ak + "/" + time.truncatedTo(ChronoUnit.MILLIS) + "/" + names; // an Instant is in UTC
        return prefix + "/" + hmac(hmac(sk, prefix), String.join("\n", lines));
    }

    /** Has the port, unless it is the scheme's own: just what HttpClient sends as Host. */
    private static String host(URI uri) {
        var usual = uri.getScheme().equals("https") ? 443 : 80;
        return uri.getPort() == -1 || uri.getPort() == usual ? uri.getHost() : uri.getHost() + ":" + uri.getPort();
    }

    /** Decodes keys and values, encodes them as C2 does, and sorts them; a key alone has an empty value. */
    private static String query(String sent) {
        return Stream.of(sent == null ? new String[0] : sent.split("&"))
                .filter(pair -> !pair.isEmpty())
                .map(pair -> pair.split("=", 2))
                .map(pair -> Stream.of(pair[0], pair.length > 1 ? pair[1] : "")
                        .map(text -> enc(URLDecoder.decode(text, UTF_8)))
                        .collect(Collectors.joining("=")))
                .sorted()
                .collect(Collectors.joining("&"));
    }

    /** Percent-encodes the UTF-8 bytes of all but A-Z a-z 0-9 - . _ ~, the slash too; URLEncoder differs in three. */
    private static String enc(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20").replace("*", "%2A").replace("%7E", "~");
    }

    /** In hex, and as text: the first digest is the second one's key as these 64 characters, not as 32 raw bytes. */
    private static String hmac(String key, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible); // every Java has HmacSHA256
        }
    }
}
