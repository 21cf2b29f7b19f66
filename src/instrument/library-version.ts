/** The version of this package, as every result carries it. A test holds it to the manifest. */
export const libraryVersion = "0.1.0";
