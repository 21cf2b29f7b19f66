/** The words around errors. */
export const errorTexts = {
  "error.heading": "error {code}",
  "error.row": "row {row}",
  "error.line": "line {line}",
  "error.row_and_line": "row {row} (line {line})",
  "error.positions": "positions {positions}",
  "error.expected": "expected",
  "error.one_of": "one of: {expected}",
  "error.limit": "limit",
  "error.found": "found",
  "error.not_shown": "{shape}  (value not shown)",
  "error.nearest": "nearest",
  "error.learn": "learn",
  "error.more": "Further problems, not shown: {count}.",
  "error.internal": "This is a fault of the program. Please report it, without data:",
} as const;

/** The parts of what an issue says of the shape of a value. Issues are data and have them in English. */
export const shapeTexts = {
  "shape.nothing": "nothing",
  "shape.list": "a list",
  "shape.object": "an object",
  "shape.number": "a number",
  "shape.boolean": "a boolean",
  "shape.empty": "text, empty",
  "shape.text": "text, {length}, {kinds}",
  "shape.one": "1 character",
  "shape.many": "more than 200 characters",
  "shape.characters": "{count} characters",
  "shape.cells": "cells: {count}",
  "shape.only": "{kind} only",
  "shape.and": "{kinds} and {kind}",
  "shape.letters": "letters",
  "shape.digits": "digits",
  "shape.spaces": "spaces",
  "shape.other": "other characters",
} as const;

/** Places in data that have no name of their own. */
export const placeTexts = {
  "place.input": "standard input",
  "place.output": "standard output",
  "place.every_row": "every row",
} as const;
