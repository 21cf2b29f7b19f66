import type { ParquetParsers, SchemaElement } from "hyparquet";
import type { Cell, CellType } from "./table-format.ts";

/** How the values of one column become cells, exactly or not at all. */
export interface ColumnReading {
  /** What its cells are, where the file's schema alone says so. */
  readonly type: CellType | undefined;
  readonly parsers: Partial<ParquetParsers>;
  /** The cell, or `undefined` if none can hold the value exactly. */
  cellOf(value: unknown): Cell | undefined;
}

/** Days and times are text as ISO 8601 writes them, to the last digit; a point in time at midnight is its day. */
export function readingOf(element: SchemaElement): ColumnReading {
  const decimals = element.converted_type === "DECIMAL" ? (element.scale ?? 0) : undefined;
  const timeDigits = timeDigitsOf(element);
  return {
    type: timeDigits === undefined ? typeOf(element) : "string",
    parsers: parsersFor(element),
    cellOf(value) {
      if (timeDigits !== undefined) return timeOfDay(value, timeDigits);
      return isExact(value, decimals) ? plainCell(value) : undefined;
    },
  };
}

/** How many digits of a second a time of day has, if the column holds such times. */
function timeDigitsOf({ converted_type: known, logical_type: logical }: SchemaElement): number | undefined {
  if (logical?.type === "TIME") return { MILLIS: 3, MICROS: 6, NANOS: 9 }[logical.unit];
  return known === "TIME_MILLIS" ? 3 : known === "TIME_MICROS" ? 6 : undefined;
}

/**
 * The column with the older annotation as well, if it has only the newer one: the library reads days, decimals and JSON by
 * the older one, and here it tells the type of whole numbers.
 */
export function withOlderAnnotation(element: SchemaElement): SchemaElement {
  const { converted_type: known, logical_type: logical } = element;
  if (known !== undefined) return element;
  switch (logical?.type) {
    case "DECIMAL":
      return { ...element, converted_type: "DECIMAL", scale: logical.scale, precision: logical.precision };
    case "DATE":
    case "JSON":
    case "BSON":
      return { ...element, converted_type: logical.type };
    case "INTEGER":
      return logical.bitWidth === 32 && !logical.isSigned ? { ...element, converted_type: "UINT_32" } : element;
    default:
      return element;
  }
}

/** Whether the library can read such values at all. */
export function isReadable({ converted_type: known, logical_type: logical }: SchemaElement): boolean {
  return known !== "BSON" && known !== "INTERVAL" && logical?.type !== "INTERVAL";
}

function typeOf({ type, converted_type: known, logical_type: logical }: SchemaElement): CellType | undefined {
  if (known === "DECIMAL" || logical?.type === "FLOAT16") return "number";
  switch (type) {
    case "BOOLEAN":
      return "boolean";
    case "INT32":
      return known === "DATE" ? "string" : known === "UINT_32" ? "number" : "integer";
    case "INT64":
      return logical?.type === "TIMESTAMP" || known?.startsWith("TIMESTAMP") === true ? "string" : "bigint";
    case "FLOAT":
    case "DOUBLE":
      return "number";
    case "INT96":
    case "BYTE_ARRAY":
      return "string";
    default:
      return undefined;
  }
}

/** The library's own readings of times keep thousandths of a second. */
function parsersFor({ logical_type: logical }: SchemaElement): Partial<ParquetParsers> {
  const zone = logical?.type === "TIMESTAMP" && !logical.isAdjustedToUTC ? "" : "Z";
  const reading = (digits: number) => (units: bigint | number | undefined) =>
    units === undefined ? undefined : timeText(BigInt(units), digits, zone);
  return {
    timestampFromMilliseconds: reading(3),
    timestampFromMicroseconds: reading(6),
    timestampFromNanoseconds: reading(9),
    dateFromDays: (days: number | undefined) =>
      days === undefined ? undefined : timeText(BigInt(days) * 86_400n, 0, "Z"),
    stringFromBytes: textFrom,
    // As it stands: a number in it may have more digits than one of ours.
    jsonFromBytes: textFrom,
    geometryFromBytes: (bytes: Uint8Array | undefined) => bytes,
    geographyFromBytes: (bytes: Uint8Array | undefined) => bytes,
  };
}

/** Stands for a value that no cell holds exactly. */
const notExact = Symbol("not exact");

function textFrom(bytes: Uint8Array | undefined): string | undefined | typeof notExact {
  if (bytes === undefined) return undefined;
  try {
    return strictly.decode(bytes);
  } catch {
    return notExact;
  }
}

/** A replacement character for bytes that are not UTF-8, or a byte order mark left out, would be another cell. */
const strictly = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** A count of units since 1970, `digits` decimal digits of a second each, as text with as many digits as it needs. */
function timeText(units: bigint, digits: number, zone: string): string | typeof notExact {
  const found = dayAndClock(units, digits);
  if (found === undefined) return notExact;
  const { day, clock, isMidnight } = found;
  return isMidnight ? day : `${day}T${clock}${zone}`;
}

/** A time of day is written without a zone: writers say UTC of times that they know nothing of. */
function timeOfDay(value: unknown, digits: number): Cell | undefined {
  if (value === undefined || value === null) return null;
  if (typeof value !== "number" && typeof value !== "bigint") return undefined;
  const found = dayAndClock(BigInt(value), digits);
  return found?.day === "1970-01-01" ? found.clock : undefined;
}

/** The most thousandths of a second, before 1970 or after, that a `Date` holds (ECMAScript): some 270,000 years. */
const longestTime = 8.64e15;

function dayAndClock(units: bigint, digits: number) {
  const each = 10n ** BigInt(digits);
  const rest = ((units % each) + each) % each;
  const thousandths = Number((units - rest) / each) * 1000;
  if (Math.abs(thousandths) > longestTime) return undefined;
  const text = new Date(thousandths).toISOString();
  const fraction = rest
    .toString()
    .padStart(digits, "0")
    .replace(/(?:000){0,2}$/, "");
  const time = text.slice(-13, -5);
  return {
    day: text.slice(0, -14),
    clock: `${time}.${fraction.padEnd(3, "0")}`,
    isMidnight: rest === 0n && time === "00:00:00",
  };
}

/**
 * A decimal of so many digits that no double holds it would be changed; so would bytes that no text stands for. Rounded
 * digits never come out below these limits, and powers of ten up to the 22nd are exact.
 */
function isExact(value: unknown, decimals: number | undefined): boolean {
  if (value instanceof Uint8Array || value === notExact) return false;
  if (decimals === undefined || typeof value !== "number") return true;
  if (decimals === 0) return Math.abs(value) < 2 ** 53;
  return decimals <= 22 && Math.abs(value) * 10 ** decimals < 1e15;
}

function plainCell(value: unknown): Cell {
  if (value === undefined || value === null) return null;
  switch (typeof value) {
    case "string":
    case "number":
    case "bigint":
    case "boolean":
      return value;
    default:
      return JSON.stringify(value);
  }
}
