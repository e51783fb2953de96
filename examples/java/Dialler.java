import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleConsumer;

/**
 * Adds records to one campaign (Adding Outbound Numbers, V2), in calls as the document asks.
 *
 * <pre>
 * var connection = new Connection("https://cc.example:28080", new C2Signer(ak, sk));
 * var dialler = new Dialler(connection, 1, 1, Dialler::sleep);
 * dialler.add(List.of(new CallRecord("42", "88888888", "66666666")));
 * System.out.println(dialler.accepted() + " " + dialler.dataIds.get("42"));
 * </pre>
 *
 * <p>It is for one thread at a time.
 */
class Dialler {
    static final int RECORDS_MAX = 20; // of a call: isales.api.calldata.max
    private static final double PACE = 1; // seconds between two calls for one campaign
    private static final double[] WAITS = {1, 2, 4}; // seconds before each further attempt, beside the pace

    /** The data id of each record that was accepted, by its session; true after an exception, too. */
    final Map<String, String> dataIds = new LinkedHashMap<>();

    /** The sessions of records of which nobody knows whether they were accepted. */
    final Set<String> uncertain = new LinkedHashSet<>();

    private final Connection connection;
    private final String path;
    private final DoubleConsumer pause;
    private boolean hasCalled;

    /**
     * @param connection what its calls go through
     * @param vdn the virtual contact centre
     * @param campaign its campaign
     * @param pause waits for so many seconds
     */
    Dialler(Connection connection, int vdn, long campaign, DoubleConsumer pause) {
        this.connection = connection;
        this.path = "/v2/openapi/campaigns/" + vdn + "/calldata/" + campaign;
        this.pause = pause;
    }

    /** How many records were accepted; a record counts once, however many numbers it has. */
    int accepted() {
        return dataIds.size();
    }

    /**
     * Adds records. What was accepted before a call that fails stays accepted.
     *
     * <p>It may be called again with the same records: those that were accepted, or may have been, are not sent again.
     *
     * @throws Refused the interface refused a call, and each further attempt where there is hope
     * @throws OutcomeUnknown nobody knows whether the last call was done
     * @throws NoAnswer it was not, and something else than the interface says so
     */
    void add(List<CallRecord> records) {
        var sessions = new HashSet<String>();
        if (!records.stream().map(CallRecord::session).allMatch(sessions::add)) {
            throw new IllegalArgumentException("two records have the same session");
        }
        for (var batch : batches(records.stream().filter(this::isNew).toList())) {
            take(batch, call(batch));
        }
    }

    List<List<CallRecord>> batches(List<CallRecord> records) {
        return Batches.of(records, RECORDS_MAX);
    }

    /** From one answer to the next call: calls are then never too near, however long each is on its way. */
    void keepPace() {
        if (hasCalled) {
            pause.accept(PACE);
        }
        hasCalled = true;
    }

    /** Whether a refusal may not be one later; README.md says more of 0200006. */
    boolean isRetried(String code) {
        return code.equals("0200006") || code.equals("0200022");
    }

    Map<String, Refused.Kind> kinds() {
        return Refused.KINDS;
    }

    void take(List<CallRecord> batch, Answer answer) {
        if (!answer.isSuccess()) {
            throw new Refused(answer, kinds().getOrDefault(answer.code(), Refused.Kind.OTHER), batch);
        }
        keep(batch, answer.dataIds());
    }

    void keep(List<CallRecord> batch, List<String> ids) {
        if (ids.size() != batch.size()) {
            var told = ids.size() + " data ids for " + batch.size() + " records";
            throw unknown(batch, new OutcomeUnknown(told, null));
        }
        for (var at = 0; at < batch.size(); at++) {
            dataIds.put(batch.get(at).session(), ids.get(at));
        }
    }

    /** What waits when nobody tests. */
    static void sleep(double seconds) {
        try {
            Thread.sleep((long) (seconds * 1000));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while it waited", interrupted);
        }
    }

    private boolean isNew(CallRecord each) {
        return !dataIds.containsKey(each.session()) && !uncertain.contains(each.session());
    }

    private Answer call(List<CallRecord> batch) {
        for (var wait : WAITS) {
            var answer = send(batch);
            if (!isRetried(answer.code())) {
                return answer;
            }
            pause.accept(wait);
        }
        return send(batch);
    }

    private Answer send(List<CallRecord> batch) {
        keepPace();
        try {
            return connection.post(path, Map.of("callDataList", batch.stream().map(CallRecord::asSent).toList()));
        } catch (OutcomeUnknown error) {
            throw unknown(batch, error);
        }
    }

    private OutcomeUnknown unknown(List<CallRecord> batch, OutcomeUnknown error) {
        batch.forEach(each -> uncertain.add(each.session()));
        error.records = batch;
        return error;
    }
}
