import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A customer to be called.
 *
 * @param session what the record is called here; no other record of a dialler has the same
 * @param numbers the customer's numbers, in the order in which they are tried
 * @param callData what the flow is told, JSON for an intelligent IVR flow; null for nothing
 */
record CallRecord(String session, List<String> numbers, String callData) {
    CallRecord(String session, String... numbers) {
        this(session, List.of(numbers), null);
    }

    /** As the interface takes it. */
    Map<String, Object> asSent() {
        var sent = new LinkedHashMap<String, Object>();
        sent.put("sessionId", session);
        sent.put("called", numbers.stream().map(number -> Map.of("calledNo", number)).toList());
        if (callData != null) {
            sent.put("callData", callData);
        }
        return sent;
    }
}
