import { BaseSequencer, type TestSpecification } from 'vitest/node'

/**
 * What takes longest: whatever of it is run begins first, in this order, so that at the end no worker waits for
 * another. From the second run on Vitest knows by itself; on a fresh machine it would go by the size of the files.
 */
const LONGEST = [
  'e2e/budget.spec.ts',
  'e2e/statements.spec.ts',
  'e2e/pledging.spec.ts',
  'e2e/pages-on-a-phone.spec.ts',
  'e2e/roles.spec.ts',
  'e2e/pages-on-a-desk.spec.ts',
  'e2e/pages-in-every-language.spec.ts',
  'e2e/floor.spec.ts',
  'e2e/door.spec.ts',
  'src/secrets.db.test.ts',
  'src/features/opendata/round-trip.db.test.ts',
  'src/features/opendata/import.fault.test.ts',
]

const rank = ({ moduleId }: TestSpecification) => {
  const at = LONGEST.findIndex((path) => moduleId.endsWith(`/${path}`))
  return at < 0 ? LONGEST.length : at
}

/** Begins with the longest files. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b))
  }
}
