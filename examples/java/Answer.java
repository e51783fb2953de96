import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What CC-iSales answered to a call.
 *
 * @param code a text: 0200001 and 02000001 are two codes, which no number can tell apart
 * @param description its sentence
 * @param dataIds one a record, in the order sent; none if the call was refused
 */
record Answer(String code, String description, List<String> dataIds) {
    static final String SUCCESS = "0200000";

    boolean isSuccess() {
        return code.equals(SUCCESS);
    }

    /**
     * Reads an answer.
     *
     * @throws NoAnswer nothing was done, and something else than the interface says so
     * @throws OutcomeUnknown perhaps something was done
     */
    static Answer of(int status, String text) {
        var told = "HTTP " + status + ": " + text.substring(0, Math.min(text.length(), 200));
        if (status >= 400 && status < 500) {
            throw new NoAnswer(told, null);
        }
        if (status != 200) {
            throw new OutcomeUnknown(told, null);
        }
        try {
            var body = Json.readObject(text);
            return new Answer((String) body.get("resultCode"), (String) body.get("resultDesc"), dataIds(body));
        } catch (IllegalArgumentException | ClassCastException | NullPointerException other) {
            throw new OutcomeUnknown(told + " is not in the documented form", other);
        }
    }

    Answer {
        Objects.requireNonNull(code);
    }

    @SuppressWarnings("unchecked")
    private static List<String> dataIds(Map<String, Object> body) {
        if (body.get("returnObject") == null) { // absent, or null
            return List.of();
        }
        var told = (Map<String, Object>) body.get("returnObject");
        // The documents' sample has the one name, their table the other.
        return Json.objects(told, told.containsKey("datalist") ? "datalist" : "dataIdList").stream()
                .map(entry -> (String) entry.get("dataId"))
                .toList();
    }
}
