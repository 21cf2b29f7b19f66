/** Where a fault is: object keys and array or row positions, outermost first, such as `["row", 14, "adult"]`. */
export type Path = readonly (string | number)[];

/** What every issue can say about the place and the kind of a fault. No field ever holds the value found. */
interface Fault {
  readonly path: Path;
  /** What would be accepted. */
  readonly expected?: readonly string[];
  /** The accepted name closest in spelling, if one is close. */
  readonly nearest?: string;
  /** The form of what was found (type, length, kinds of character), never the value. */
  readonly shape?: string;
  /** The limit that was passed. */
  readonly limit?: number;
  /** Where else the same name stands, as 1-based positions. */
  readonly positions?: readonly number[];
  /** Position in a file: 1-based data row and physical line (quoted line breaks make them differ). */
  readonly row?: number;
  readonly line?: number;
}

/** Every way in which input can be wrong. A code, once used, keeps its meaning. */
export type IssueCode =
  // answers
  | "not_an_object"
  | "unknown_item"
  | "unknown_option"
  | "wrong_type"
  | "out_of_range"
  | "accessor_property"
  | "closed_item"
  // answers read back from another system
  | "several_answers"
  | "label_for_code"
  | "more_records"
  | "rejected_submission"
  // a form that somebody edited in another system
  | "changed_form"
  // instruments, typologies and rules that arrive as data
  | "malformed"
  | "too_large"
  | "too_deep"
  | "unknown_reference"
  | "wrong_rule_type"
  | "circular_reference"
  | "asked_too_early"
  | "reserved_word"
  | "bad_name"
  | "missing_basis"
  | "duplicate_name"
  | "unquotable_name"
  // wordings in other languages
  | "missing_text"
  | "unknown_text"
  // saved administrations and records
  | "version_mismatch"
  // days in forms, logs and records
  | "impossible_date"
  | "from_after_to"
  | "after_as_of"
  | "before_start"
  // case records
  | "not_pseudonymous"
  | "unknown_entry"
  | "unknown_episode"
  | "already_superseded"
  | "supersedes_later"
  | "wrong_kind"
  | "time_goes_back"
  | "needs_reason"
  | "needs_second_person"
  | "bad_key"
  | "not_chained"
  // answers moved between versions
  | "unmapped_item"
  | "unmapped_option"
  // files
  | "empty_file"
  | "no_header"
  | "duplicate_header"
  | "lookalike_header"
  | "missing_column"
  | "taken_column"
  | "wrong_encoding"
  | "malformed_text"
  | "unclosed_quote"
  | "stray_quote"
  | "wrong_cell_count"
  | "nul_character"
  | "cell_too_long"
  | "malformed_json"
  | "duplicate_key"
  | "changed_while_reading"
  | "unreadable_file"
  | "unknown_format"
  | "bad_map"
  // commands
  | "wrong_usage"
  | "output_exists"
  | "output_refused"
  | "counts_differ"
  | "output_in_use"
  | "cannot_resume"
  // ratings, criteria and counts of many cases
  | "duplicate_rating"
  | "unknown_category"
  | "unequal_subjects"
  | "unequal_lengths"
  | "empty_list"
  | "two_raters_needed"
  | "not_a_metric"
  | "missing_class";

/** One fault in the input: a code to act on, a place to look at, and what would have been right. */
export interface Issue extends Fault {
  readonly code: IssueCode;
}
