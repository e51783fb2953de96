import java.util.List;
import java.util.Map;

/**
 * A number that customers see when they are called (Adding Calling Numbers).
 *
 * @param accessCode the number
 * @param priority 1 is the highest, 5 the lowest
 */
record CallingNumber(String accessCode, int priority) {
    private static final int NUMBERS_MAX = 100; // of a call

    /**
     * Adds calling numbers to a campaign, in as many calls as it takes.
     *
     * <p>Nobody is called for it: after an error, all may be added again. The document does not say what becomes of a
     * number that is there already; as the double reads it, it has its new priority then, and is there once.
     *
     * @throws Refused the interface refused a call; it tells its numbers. Those of earlier calls are there.
     */
    static void add(Connection connection, int vdn, long campaign, List<CallingNumber> numbers) {
        var path = "/v1/openapi/campaigns/" + vdn + "/callerNo/" + campaign;
        for (var part : Batches.of(numbers, NUMBERS_MAX)) {
            var answer = connection.post(path, Map.of("callerNo", part.stream().map(CallingNumber::asSent).toList()));
            if (!answer.isSuccess()) {
                throw new Refused(answer, part);
            }
        }
    }

    private Map<String, Object> asSent() {
        return Map.of("accessCode", accessCode, "priority", priority);
    }
}
