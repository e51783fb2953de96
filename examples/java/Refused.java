import java.util.List;
import java.util.Map;

/** The interface refused the call, and stored nothing of it. */
class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** What a caller may want to tell from the rest. */
    enum Kind {
        /** 0200001: the description has the details. */
        PARAMETER_ERROR,
        /** 0200006: the records could not be stored. */
        DATABASE_ERROR,
        /** 0200018: a number stands twice under one session. */
        DUPLICATE_NUMBERS,
        /** 0200022: the last call for this campaign was less than a second ago. */
        TOO_FAST,
        /** 02000001: something mandatory is empty. */
        EMPTY_PARAMETER,
        /** All other codes. */
        OTHER
    }

    /** The kind of a code; what is not here is OTHER. */
    static final Map<String, Kind> KINDS = Map.of(
            "0200001", Kind.PARAMETER_ERROR,
            "0200006", Kind.DATABASE_ERROR,
            "0200018", Kind.DUPLICATE_NUMBERS,
            "0200022", Kind.TOO_FAST,
            "02000001", Kind.EMPTY_PARAMETER);

    final Kind kind;
    final String code;

    /** The records that the call was about, or the calling numbers. */
    final transient List<?> about;

    Refused(Answer answer, Kind kind, List<?> about) {
        super(answer.code() + " " + answer.description());
        this.kind = kind;
        this.code = answer.code();
        this.about = about;
    }

    Refused(Answer answer, List<?> about) {
        this(answer, KINDS.getOrDefault(answer.code(), Kind.OTHER), about);
    }
}
