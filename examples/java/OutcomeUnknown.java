import java.util.List;

/**
 * Whether the call was done is not known: its answer was lost, came too late, or is a gateway's.
 *
 * <p>Never send its records again by program: their customers could be called twice.
 */
class OutcomeUnknown extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** The records that it was about. */
    transient List<CallRecord> records = List.of();

    OutcomeUnknown(String message, Throwable cause) {
        super(message, cause);
    }
}
