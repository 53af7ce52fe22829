import { basename } from 'node:path'
import { describe, expect, it } from 'vitest'
import { filesBelow, isTest, type SourceFile, withoutComments } from './testing/tree.ts'

/** Imports go left only. */
const RINGS = ['kernel', 'i18n', 'ui', 'platform', 'features', 'app.ts', 'main', 'testing'] as const

/** What each kind of file in a feature may take from features, from the rings and from npm. */
const KINDS = {
  model: { features: ['model', 'pure'], rings: ['kernel'], npm: ['zod'] },
  pure: { features: ['model', 'pure'], rings: ['kernel'], npm: ['zod'] },
  queries: {
    features: ['model', 'pure', 'queries'],
    rings: [
      'kernel',
      'platform/accounts',
      'platform/database',
      'platform/dataset',
      'platform/files',
      'platform/texts',
      'platform/webhooks',
      'platform/command',
    ],
    npm: ['kysely'],
  },
  commands: {
    features: ['model', 'pure', 'queries', 'commands'],
    rings: [
      'kernel',
      'platform/accounts',
      'platform/command',
      'platform/files',
      'platform/mail',
      'platform/webhooks',
    ],
    npm: ['kysely', 'zod'],
  },
  mails: {
    features: ['model', 'pure', 'queries', 'words', 'print', 'mails'],
    rings: ['kernel', 'i18n', 'platform/mail', 'platform/database'],
    npm: [],
  },
  notices: {
    features: ['model', 'pure', 'queries', 'commands', 'notices'],
    rings: ['kernel', 'platform/command', 'platform/database'],
    npm: [],
  },
  view: {
    features: ['model', 'pure', 'view', 'print'],
    rings: ['kernel', 'i18n', 'ui'],
    npm: ['hono/jsx'],
  },
  jobs: {
    features: ['model', 'pure', 'queries', 'commands'],
    rings: ['kernel', 'platform/command'],
    npm: [],
  },
  datasets: {
    features: ['model', 'pure', 'queries', 'commands', 'words', 'datasets'],
    rings: ['kernel', 'i18n', 'platform/dataset', 'platform/database', 'platform/command'],
    npm: ['kysely', 'zod'],
  },
  texts: {
    features: ['model', 'pure', 'queries', 'commands', 'words', 'print', 'texts'],
    rings: ['kernel', 'i18n', 'platform/texts', 'platform/database', 'platform/command'],
    npm: ['kysely'],
  },
  worker: { features: ['pure', 'model'], rings: ['kernel', 'platform/apart'], npm: [] },
  words: { features: [], rings: ['i18n'], npm: [] },
  print: { features: ['model', 'pure', 'print'], rings: ['kernel', 'i18n', 'ui'], npm: [] },
  feature: {
    features: [
      'model',
      'pure',
      'queries',
      'commands',
      'view',
      'jobs',
      'mails',
      'notices',
      'worker',
      'words',
      'print',
      'datasets',
      'texts',
    ],
    rings: ['kernel', 'i18n', 'ui', 'platform'],
    npm: ['zod'],
  },
} as const
type Kind = keyof typeof KINDS

/** The one library, or table of data, that a file exists to wrap, and nothing else may name. */
const WRAPS: Readonly<Record<string, string>> = {
  'src/features/badges/qr.ts': 'uqr',
  'src/features/badges/signature.ts': 'node:crypto',
  'src/features/delegations/invitations/lines.ts': 'csv-parse/sync',
  'src/features/matching/solving/highs.ts': 'highs',
  'src/features/partnerships/example/calculated.ts':
    'src/features/partnerships/example/calculated.json',
  'src/features/programme-reader/documents/calendar.ts': 'ical.js',
  'src/features/programme-reader/documents/csv.ts': 'csv-parse/sync',
  'src/features/programme-reader/documents/docx.ts': 'mammoth',
  'src/features/programme-reader/documents/html.ts': 'linkedom',
  'src/features/programme-reader/documents/pdf.ts': 'unpdf',
  'src/features/translations/xliff/read.ts': '@rgrove/parse-xml',
}

const sources = filesBelow('src', '.ts', '.tsx')
const code = sources.filter((file) => !isTest(file.path) && !file.path.endsWith('.d.ts'))
const inFeatures = code.filter((file) => file.path.startsWith('src/features/'))
const app = sources.find((file) => file.path === 'src/app.ts')?.text ?? ''
const folderOf = new Map(
  [...app.matchAll(/import \{ (\w+) \} from '\.\/features\/([^/]+)\//g)].map((match) => [
    match[1],
    match[2] as string,
  ]),
)
/** As the lists below name them: the imports above are sorted by the linter. */
const order = [...app.matchAll(/Feature\[\] = \[([^\]]*)\]/g)]
  .flatMap((match) => match[1]?.match(/\w+/g) ?? [])
  .flatMap((name) => folderOf.get(name) ?? [])

const ringOf = (path: string) => {
  const ring = path.split('/')[1] as string
  return ring === 'main.ts' || ring === 'cli.ts' ? 'main' : ring
}
const featureOf = (path: string) => path.split('/')[2] as string

function kindOf(path: string): Kind {
  const name = basename(path)
  if (name.endsWith('.tsx')) return 'view'
  if (name === 'feature.ts' || name === 'words.ts') return name.slice(0, -3) as Kind
  const suffix =
    /(?:^|\.)(model|queries|commands|jobs|mails|notices|worker|print|datasets|texts)\.ts$/.exec(
      name,
    )?.[1]
  return (suffix as Kind | undefined) ?? 'pure'
}

const offences = (files: readonly SourceFile[], offence: (file: SourceFile) => readonly string[]) =>
  files.flatMap((file) => offence(file).map((what) => `${file.path}: ${what}`))

describe('the house', () => {
  it('has rings, and imports go left only', () => {
    const rank = (path: string) => RINGS.indexOf(ringOf(path) as (typeof RINGS)[number])
    const strangers = code.filter((file) => rank(file.path) < 0).map((file) => file.path)
    const outward = offences(code, (file) =>
      file.imports
        .filter((one) => one.ours && one.target.startsWith('src/'))
        .filter((one) => rank(one.target) > rank(file.path))
        .map((one) => one.target),
    )
    expect({ strangers, outward }).toEqual({ strangers: [], outward: [] })
  })

  it('names every feature in app.ts, in the order in which they build on each other', () => {
    expect([...new Set(inFeatures.map((file) => featureOf(file.path)))].sort()).toEqual(
      [...order].sort(),
    )
    expect(
      offences(inFeatures, (file) =>
        file.imports
          .filter((one) => one.target.startsWith('src/features/'))
          .filter(
            (one) => order.indexOf(featureOf(one.target)) > order.indexOf(featureOf(file.path)),
          )
          .map((one) => one.target),
      ),
    ).toEqual([])
  })

  it('lets each kind of file of a feature import what its kind may', () => {
    const allowed = (file: SourceFile) => {
      const may = KINDS[kindOf(file.path)]
      return file.imports.filter((one) => {
        if (!one.ours) {
          return (
            !(may.npm as readonly string[]).includes(one.target) && WRAPS[file.path] !== one.target
          )
        }
        if (one.target.endsWith('.json'))
          return kindOf(file.path) !== 'words' && WRAPS[file.path] !== one.target
        if (one.target.startsWith('GLOSSARY.md')) return kindOf(file.path) !== 'feature'
        if (one.target.startsWith('src/features/')) {
          const same = featureOf(one.target) === featureOf(file.path)
          const kind = kindOf(one.target)
          if (same && kind === 'words' && ['view', 'print'].includes(kindOf(file.path)))
            return false
          return !(may.features as readonly string[]).includes(kind) || (kind === 'words' && !same)
        }
        if (kindOf(file.path) === 'feature' && one.target === 'src/app.ts') return true
        return (
          !may.rings.some((ring) => one.target.startsWith(`src/${ring}/`)) &&
          !(kindOf(file.path) === 'feature' && one.target.startsWith('src/platform/'))
        )
      })
    }
    expect(offences(inFeatures, (file) => allowed(file).map((one) => one.target))).toEqual([])
  })

  it('has no cycle of imports, not even of types', () => {
    const edges = new Map(
      code.map((file) => [
        file.path,
        file.imports.filter((one) => one.ours).map((one) => one.target),
      ]),
    )
    const done = new Set<string>()
    const cycles: string[] = []
    const walk = (path: string, trail: readonly string[]) => {
      if (trail.includes(path)) {
        cycles.push([...trail.slice(trail.indexOf(path)), path].join(' → '))
        return
      }
      if (done.has(path)) return
      for (const next of edges.get(path) ?? []) walk(next, [...trail, path])
      done.add(path)
    }
    for (const path of edges.keys()) walk(path, [])
    expect(cycles).toEqual([])
  })

  it('keeps the clock, chance and the process out of what is pure', () => {
    const pure = code.filter(
      (file) =>
        file.path.startsWith('src/kernel/') ||
        (file.path.startsWith('src/features/') && ['model', 'pure'].includes(kindOf(file.path))),
    )
    const impure =
      /\b(Temporal\.Now|Date\.now|new Date|Math\.random|randomUUID|process\.|setTimeout|performance\.now)/
    expect(
      offences(pure, (file) => impure.exec(withoutComments(file.text))?.slice(0, 1) ?? []),
    ).toEqual([])
  })

  it('writes dates and numbers for people in i18n only, and reads the environment in config only', () => {
    const people = /\bnew Date\b|\bIntl\.|\.toLocale[A-Z]\w*/
    const outside = code.filter((file) => !file.path.startsWith('src/i18n/'))
    expect(
      offences(outside, (file) => people.exec(withoutComments(file.text))?.slice(0, 1) ?? []),
    ).toEqual([])
    const elsewhere = code.filter(
      (file) =>
        !file.path.startsWith('src/platform/config/') && !file.path.startsWith('src/testing/'),
    )
    expect(
      offences(
        elsewhere,
        (file) => /process\.env\b/.exec(withoutComments(file.text))?.slice(0, 1) ?? [],
      ),
    ).toEqual([])
  })
})

describe('the tables', () => {
  const created = new Map<string, string>()
  for (const file of filesBelow('src', '.sql')) {
    const owner = file.path.startsWith('src/features/') ? featureOf(file.path) : 'platform'
    for (const match of file.text.matchAll(/create table (?:if not exists )?([a-z_.]+)/gi)) {
      created.set(match[1] as string, owner)
    }
  }
  const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
  const tablesIn = (text: string, verbs: string) =>
    [...text.matchAll(new RegExp(`\\b(?:${verbs})\\(\\s*'([A-Za-z_.]+)`, 'g'))].map((match) =>
      snake(match[1] as string),
    )

  it('are written by their owner only', () => {
    expect(created.size).toBeGreaterThan(0)
    expect(
      offences(inFeatures, (file) =>
        tablesIn(file.text, 'insertInto|updateTable|deleteFrom|mergeInto').filter(
          (table) => created.get(table) !== featureOf(file.path),
        ),
      ),
    ).toEqual([])
  })

  it('are read by their owner and by later features only', () => {
    expect(
      offences(inFeatures, (file) =>
        tablesIn(file.text, 'selectFrom|innerJoin|leftJoin|rightJoin|fullJoin').filter((table) => {
          const owner = created.get(table)
          return owner !== undefined && order.indexOf(owner) > order.indexOf(featureOf(file.path))
        }),
      ),
    ).toEqual([])
  })
})
