import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * As much of JSON as this client needs, as the JDK has none: put your own library in its place.
 *
 * <p>Objects are maps, arrays are lists; numbers are read as Double.
 */
final class Json {
    private final String text;
    private int at;

    private Json(String text) {
        this.text = text;
    }

    /** Maps, lists, texts, numbers, booleans and null as JSON. */
    static String write(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(each -> quoted((String) each.getKey()) + ":" + write(each.getValue()))
                    .collect(Collectors.joining(",", "{", "}"));
        }
        if (value instanceof List<?> list) {
            return list.stream().map(Json::write).collect(Collectors.joining(",", "[", "]"));
        }
        return value instanceof String string ? quoted(string) : String.valueOf(value);
    }

    /**
     * The same the other way.
     *
     * @throws IllegalArgumentException it is no JSON
     */
    static Object read(String text) {
        try {
            var json = new Json(text);
            var value = json.value();
            json.skipSpace();
            return json.at == text.length() ? value : json.wrong();
        } catch (StringIndexOutOfBoundsException ended) {
            throw new IllegalArgumentException("no JSON: it ends too early");
        }
    }

    /** The object that a text has. */
    @SuppressWarnings("unchecked")
    static Map<String, Object> readObject(String text) {
        return (Map<String, Object>) read(text);
    }

    /** The objects of an array in an object; none if there is no such array. */
    @SuppressWarnings("unchecked")
    static List<Map<String, Object>> objects(Map<String, Object> object, String name) {
        return (List<Map<String, Object>>) object.getOrDefault(name, List.of());
    }

    private static String quoted(String string) {
        var out = new StringBuilder("\"");
        for (var each : string.toCharArray()) {
            if (each == '"' || each == '\\') {
                out.append('\\').append(each);
            } else if (each < ' ' || Character.isSurrogate(each)) {
                out.append(String.format("\\u%04x", (int) each));
            } else {
                out.append(each);
            }
        }
        return out.append('"').toString();
    }

    private Object value() {
        skipSpace();
        return switch (text.charAt(at)) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> string();
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            case 'n' -> word("null", null);
            default -> number();
        };
    }

    private Map<String, Object> object() {
        var object = new LinkedHashMap<String, Object>();
        at++;
        while (!ends('}', object.isEmpty())) {
            skipSpace();
            var name = string();
            skipSpace();
            expect(':');
            object.put(name, value());
        }
        return object;
    }

    private List<Object> array() {
        var array = new ArrayList<>();
        at++;
        while (!ends(']', array.isEmpty())) {
            array.add(value());
        }
        return array;
    }

    /** Whether an object or array ends here; else the comma before its next part is skipped. */
    private boolean ends(char end, boolean isEmpty) {
        skipSpace();
        if (text.charAt(at) == end) {
            at++;
            return true;
        }
        if (!isEmpty) {
            expect(',');
        }
        return false;
    }

    private String string() {
        expect('"');
        var out = new StringBuilder();
        while (text.charAt(at) != '"') {
            var each = text.charAt(at++);
            out.append(each == '\\' ? escaped() : each);
        }
        at++;
        return out.toString();
    }

    private char escaped() {
        var each = text.charAt(at++);
        return switch (each) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> (char) Integer.parseInt(text.substring(at, at += 4), 16);
            default -> each;
        };
    }

    private Object word(String word, Object value) {
        if (!text.startsWith(word, at)) {
            return wrong();
        }
        at += word.length();
        return value;
    }

    private Double number() {
        var from = at;
        while (at < text.length() && "+-.0123456789Ee".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return Double.valueOf(text.substring(from, at)); // NumberFormatException is an IllegalArgumentException
    }

    private void expect(char wanted) {
        if (text.charAt(at) != wanted) {
            wrong();
        }
        at++;
    }

    private void skipSpace() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private Object wrong() {
        throw new IllegalArgumentException("no JSON at character " + at);
    }
}
