import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** `npm run test:long`: the laws over thousands of cases, and the tests named *.long.test.ts. */
const IS_LONG = Boolean(process.env.MESOCYCLE_LONG);
const DATABASE = "./tooling/test-database.ts";

/** Two, so that a run of what only computes starts no database. Files of one share the modules they load. */
const PROJECTS = [
  { name: "computing", roots: ["packages/core", "packages/ui", "tooling", "scripts"], database: false },
  {
    name: "database",
    roots: ["packages/db", "packages/services", "apps/web", "apps/worker"],
    database: true,
  },
];

/** Small files that take long; begun last, one of them would keep one worker busy while the other has nothing to do. */
const LONGEST = /(matrix|junk|hostile|real-files|embedded|backup)\.test\.ts$/;

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLong = ({ moduleId }: TestSpecification) => LONGEST.test(moduleId);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    // One worker more than cores: while one waits for the database, the others compute.
    maxWorkers: availableParallelism() + 1,
    projects: PROJECTS.map(({ name, roots, database }) => ({
      test: {
        name,
        include: roots.map((root) => `${root}/**/*.test.ts`),
        exclude: [
          "**/node_modules/**",
          "**/.next/**",
          "apps/web/e2e/**",
          ...(IS_LONG ? [] : ["**/*.long.test.ts"]),
        ],
        setupFiles: ["./tooling/law-seed.ts"],
        globalSetup: database ? [DATABASE] : [],
        // Files keep no state of their own between them: loading the modules once per worker halves the work.
        isolate: false,
        pool: database ? "forks" : "threads",
        // For what hangs, not for what is slow on a busy machine.
        testTimeout: IS_LONG ? 3_600_000 : 120_000,
        hookTimeout: 120_000,
      },
    })),
  },
});
