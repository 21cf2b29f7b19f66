import { execFileSync, spawn } from "node:child_process";
import { chownSync, createReadStream, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";

/** A PostgreSQL server of this test's own, on a socket in a temporary folder. */
export interface PostgresServer {
  readonly version: string;
  /** Runs SQL and gives what `psql` prints: unaligned cells, parted by tabs, without headers. */
  run(sql: string): Promise<string>;
  /** Fills a table from a CSV file in which an unquoted blank is NULL and a quoted one is not. */
  load(table: string, file: string): Promise<void>;
  stop(): void;
}

/** Starts a server from Debian's `postgresql` package. It refuses to run as root, so root hands it to that package's user. */
export function startPostgres(): PostgresServer {
  const bin = binaries();
  const folder = mkdtempSync(join(tmpdir(), "postgres-"));
  const own = userInfo().uid === 0 ? ownerOf("postgres") : undefined;
  if (own !== undefined) chownSync(folder, own.uid, own.gid);
  const data = join(folder, "data");
  const call = (program: string, ...words: readonly string[]) =>
    execFileSync(join(bin, program), words, {
      ...(own ?? {}),
      cwd: folder,
      stdio: ["ignore", "pipe", "pipe"],
      encoding: "utf8",
    });
  call(
    "initdb",
    "--pgdata",
    data,
    "--username",
    "tests",
    "--auth",
    "trust",
    "--encoding",
    "UTF8",
    "--locale",
    "C",
    "--no-sync",
  );
  const settings = `-c listen_addresses= -c unix_socket_directories=${folder} -c fsync=off -c max_wal_size=4GB`;
  call("pg_ctl", "start", "--pgdata", data, "--wait", "--silent", "--log", join(folder, "log"), "--options", settings);
  const psql = (input: NodeJS.ReadableStream | string, ...words: readonly string[]) =>
    new Promise<string>((done, failed) => {
      const child = spawn(
        join(bin, "psql"),
        [
          "-h",
          folder,
          "-U",
          "tests",
          "-d",
          "postgres",
          "-X",
          "-q",
          "-A",
          "-t",
          "-F",
          "\t",
          "-v",
          "ON_ERROR_STOP=1",
          ...words,
        ],
        { stdio: ["pipe", "pipe", "pipe"] },
      );
      const [out, err]: [Buffer[], Buffer[]] = [[], []];
      child.stdout.on("data", (chunk: Buffer) => out.push(chunk));
      child.stderr.on("data", (chunk: Buffer) => err.push(chunk));
      child.on("error", failed);
      child.on("close", (code) => {
        if (code === 0) done(Buffer.concat(out).toString("utf8"));
        else failed(new Error(Buffer.concat(err).toString("utf8").slice(0, 2000)));
      });
      child.stdin.on("error", () => undefined); // what it did not take shows in its exit code
      if (typeof input === "string") child.stdin.end(input);
      else input.pipe(child.stdin);
    });
  return {
    version: call("postgres", "--version").trim(),
    run: (sql) => psql(sql),
    load: async (table, file) => {
      await psql(createReadStream(file), "-c", `COPY ${table} FROM STDIN WITH (FORMAT csv, HEADER true)`);
    },
    stop() {
      call("pg_ctl", "stop", "--pgdata", data, "--mode", "immediate", "--wait", "--silent");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function binaries(): string {
  const home = "/usr/lib/postgresql";
  let versions: readonly string[] = [];
  try {
    versions = readdirSync(home).sort((a, b) => Number(b) - Number(a));
  } catch {
    // told below
  }
  const [newest] = versions;
  if (newest === undefined) throw new Error(`${home} is absent: run scripts/setup-engines, which installs PostgreSQL.`);
  return join(home, newest, "bin");
}

function ownerOf(name: string): { readonly uid: number; readonly gid: number } {
  const [uid, gid] = ["-u", "-g"].map((word) => Number(execFileSync("id", [word, name], { encoding: "utf8" })));
  if (uid === undefined || gid === undefined) throw new Error(`no user ${name}`);
  return { uid, gid };
}
