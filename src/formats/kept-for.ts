/** A function of a frozen instrument whose result is worked out once for each, since records come in thousands. */
export function keptFor<Of extends object, Result>(make: (of: Of) => Result): (of: Of) => Result {
  const kept = new WeakMap<Of, Result>();
  return (of) => {
    const before = kept.get(of);
    if (before !== undefined) return before;
    const made = make(of);
    if (Object.isFrozen(of)) kept.set(of, made);
    return made;
  };
}
