import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleConsumer;

/** Six mistakes that clients really make: the dialler with one of them each, for its test suite to find. */
final class Planted {
    /** Makes a dialler. */
    interface Making {
        Dialler dialler(Connection connection, int vdn, long campaign, DoubleConsumer pause);
    }

    /** The diallers with a mistake, by its name. */
    private static final Map<String, Making> MISTAKES = Map.of(
            "NoPace", NoPace::new,
            "SplitsBy21", SplitsBy21::new,
            "TakesHttp200ForSuccess", TakesHttp200ForSuccess::new,
            "RetriesADuplicate", RetriesADuplicate::new,
            "CountsNumbers", CountsNumbers::new,
            "ConfusesEmptyParameter", ConfusesEmptyParameter::new);

    /** How the dialler with a mistake is made; the right one, if it is null. */
    static Making making(String mistake) {
        if (mistake == null) {
            return Dialler::new;
        }
        if (!MISTAKES.containsKey(mistake)) {
            throw new IllegalArgumentException("PLANTED must be one of " + MISTAKES.keySet());
        }
        return MISTAKES.get(mistake);
    }

    /** Calls as fast as the server answers, and relies on being told when that is too fast. */
    static class NoPace extends Dialler {
        NoPace(Connection connection, int vdn, long campaign, DoubleConsumer pause) {
            super(connection, vdn, campaign, pause);
        }

        @Override
        void keepPace() {}
    }

    /** Looks whether a call is full after the record that no longer fits. */
    static class SplitsBy21 extends Dialler {
        SplitsBy21(Connection connection, int vdn, long campaign, DoubleConsumer pause) {
            super(connection, vdn, campaign, pause);
        }

        @Override
        List<List<CallRecord>> batches(List<CallRecord> records) {
            var batches = new ArrayList<List<CallRecord>>();
            var batch = new ArrayList<CallRecord>();
            for (var each : records) {
                batch.add(each);
                if (batch.size() > RECORDS_MAX) {
                    batches.add(batch);
                    batch = new ArrayList<>();
                }
            }
            if (!batch.isEmpty()) {
                batches.add(batch);
            }
            return batches;
        }
    }

    /** Stops at the errors that it knows, and takes whatever else comes with HTTP 200 for a success. */
    static class TakesHttp200ForSuccess extends Dialler {
        TakesHttp200ForSuccess(Connection connection, int vdn, long campaign, DoubleConsumer pause) {
            super(connection, vdn, campaign, pause);
        }

        @Override
        void take(List<CallRecord> batch, Answer answer) {
            if (kinds().containsKey(answer.code()) || !answer.dataIds().isEmpty()) {
                super.take(batch, answer);
            }
        }
    }

    /** Tries again what will be as wrong the next time. */
    static class RetriesADuplicate extends Dialler {
        RetriesADuplicate(Connection connection, int vdn, long campaign, DoubleConsumer pause) {
            super(connection, vdn, campaign, pause);
        }

        @Override
        boolean isRetried(String code) {
            return super.isRetried(code) || code.equals("0200018");
        }
    }

    /** Takes the list of data ids for one of called numbers, so that records get the data ids of others. */
    static class CountsNumbers extends Dialler {
        CountsNumbers(Connection connection, int vdn, long campaign, DoubleConsumer pause) {
            super(connection, vdn, campaign, pause);
        }

        @Override
        void keep(List<CallRecord> batch, List<String> ids) {
            var at = 0;
            for (var each : batch) {
                for (var number = 0; number < each.numbers().size() && at < ids.size(); number++) {
                    dataIds.put(each.session(), ids.get(at++));
                }
            }
        }
    }

    /** Has one 0 too few in its table of codes: 02000001 was meant. */
    static class ConfusesEmptyParameter extends Dialler {
        ConfusesEmptyParameter(Connection connection, int vdn, long campaign, DoubleConsumer pause) {
            super(connection, vdn, campaign, pause);
        }

        @Override
        Map<String, Refused.Kind> kinds() {
            var kinds = new HashMap<>(super.kinds());
            kinds.put("0200001", Refused.Kind.EMPTY_PARAMETER);
            return kinds;
        }
    }

    private Planted() {}
}
