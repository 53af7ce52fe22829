import { availableParallelism, loadavg } from 'node:os'
import { backup } from './backup/backup.ts'
import { cached } from './cached.ts'
import { type Figure, keeps, sayFigure } from './figures.ts'
import { firstStart } from './first-start.ts'
import { floor } from './floor/floor.ts'
import { returning } from './floor/returning/returning.ts'
import { soak } from './floor/soak/soak.ts'
import { throughNginx } from './floor/through-nginx.ts'
import { importing } from './importing.ts'
import { live } from './live.ts'
import { besideMatching } from './matching/beside.ts'
import { firstMatching, matching } from './matching/matching.ts'
import { memory } from './memory.ts'
import { commands } from './people/commands.ts'
import { signingIn } from './people/sign-in.ts'
import { growth } from './record/growth.ts'
import { record } from './record/record.ts'
import { startApplication, temporaryFolder } from './serving/application.ts'
import { starting } from './starting.ts'
import { uncached } from './uncached.ts'

/** A measurement that needs an application of its own, freshly started. */
const served = (measure: Parameters<typeof withApplication>[0]) => (): Promise<Figure[]> =>
  withApplication(measure)

async function withApplication(
  measure: (
    application: Awaited<ReturnType<typeof startApplication>>,
    home: string,
  ) => Promise<Figure[]>,
): Promise<Figure[]> {
  await using home = await temporaryFolder()
  await using application = await startApplication(home.path)
  return await measure(application, home.path)
}

/** Everything that is measured, by the name that stands after `npm run bench --`. Some take very long: only by name. */
const MEASUREMENTS: Readonly<
  Record<string, (tell: (figure: Figure) => void) => Promise<Figure[]>>
> = {
  cached: served(cached),
  uncached: served(uncached),
  memory: served(memory),
  starting,
  importing,
  record,
  backup,
  live,
  commands: served(commands),
  'sign-in': served(signingIn),
  floor: served(floor),
  matching,
  'matching-first': firstMatching,
  'matching-beside': served(besideMatching),
  'floor-restart': returning,
  'floor-nginx': throughNginx,
  soak: (tell) => withApplication((application, home) => soak(application, home, tell)),
  'first-start': firstStart,
  growth,
}
const tell = (figure: Figure) => console.log(sayFigure(figure))
const ONLY_BY_NAME = ['growth', 'soak']

const load = () => {
  const [lastMinute = 0] = loadavg()
  return `${availableParallelism()} processors, load ${lastMinute.toFixed(1)}`
}

const wanted = process.argv.slice(2)
const unknown = wanted.find((name) => !Object.hasOwn(MEASUREMENTS, name))
if (unknown !== undefined) {
  console.error(`«${unknown}» is none of ${Object.keys(MEASUREMENTS).join(', ')}.`)
  process.exit(1)
}

for (const [name, measure] of Object.entries(MEASUREMENTS)) {
  if (wanted.length > 0 ? !wanted.includes(name) : ONLY_BY_NAME.includes(name)) continue
  console.log(`\n${name} (${load()})`)
  const figures = await measure(tell)
  figures.forEach(tell)
  if (!figures.every(keeps)) process.exitCode = 1
}
