/** A square matrix as rows. */
export type Matrix = readonly (readonly number[])[];

/** The inverse of a symmetric positive definite matrix by Cholesky's method; `undefined` if it is not one. */
export function inverse(of: Matrix): Matrix | undefined {
  const n = of.length;
  const root = cholesky(of);
  if (root === undefined) return undefined;
  const columns = Array.from({ length: n }, (_, at) => solveBy(root, unit(n, at)));
  return columns.map((column, i) => column.map((value, j) => (value + (columns[j]?.[i] as number)) / 2));
}

/** Solves a symmetric positive definite system; `undefined` if the matrix is not one. */
export function solve(of: Matrix, right: readonly number[]): readonly number[] | undefined {
  const root = cholesky(of);
  return root === undefined ? undefined : solveBy(root, right);
}

/** The lower triangle whose product with its mirror image is the matrix, to the accuracy that its diagonal allows. */
export function cholesky(of: Matrix): Matrix | undefined {
  const root: number[][] = [];
  for (const [i, row] of of.entries()) {
    const mine: number[] = [];
    root.push(mine);
    for (let j = 0; j <= i; j++) {
      const other = root[j] as number[];
      let left = row[j] as number;
      for (let m = 0; m < j; m++) left -= (mine[m] as number) * (other[m] as number);
      if (i > j) mine.push(left / (other[j] as number));
      else if (left > 1e-12 * Math.abs(row[i] as number)) mine.push(Math.sqrt(left));
      else return undefined;
    }
  }
  return root;
}

function solveBy(root: Matrix, right: readonly number[]): readonly number[] {
  const found = [...right];
  for (const [i, row] of root.entries()) {
    for (let j = 0; j < i; j++) found[i] = (found[i] as number) - (row[j] as number) * (found[j] as number);
    found[i] = (found[i] as number) / (row[i] as number);
  }
  for (let i = root.length - 1; i >= 0; i--) {
    for (let j = i + 1; j < root.length; j++)
      found[i] = (found[i] as number) - (root[j]?.[i] as number) * (found[j] as number);
    found[i] = (found[i] as number) / (root[i]?.[i] as number);
  }
  return found;
}

const unit = (n: number, at: number): readonly number[] => Array.from({ length: n }, (_, i) => (i === at ? 1 : 0));
