import { createAccounts } from '../accounts/accounts.ts'
import { whoAreOf } from '../accounts/who.ts'
import { instanceOf } from '../config/instance.ts'
import { scannerOf } from '../files/scan.ts'
import { createUploads } from '../files/uploads.ts'
import { createApplication } from '../http/application.ts'
import { readClient } from '../http/assets.ts'
import { serverFor } from '../http/server.ts'
import { startJobs } from '../jobs/jobs.ts'
import { keepSchedule } from '../jobs/schedule.ts'
import { keepSealing } from '../journal/sealing.ts'
import { keepSending } from '../mail/sending.ts'
import { keepDelivering } from '../webhooks/delivering.ts'
import { listen } from './listening.ts'
import { houseOf } from './vitals.ts'
import type { Working } from './working.ts'

/**
 * Serves HTTP, does the jobs, sends the letters and seals the journal. The answer ends all of it: requests under way are answered first.
 *
 * @param client the folder that the build of the client left.
 */
export async function serve(working: Working, client: string): Promise<() => Promise<void>> {
  const { log, database, clock, settings } = working
  const accounts = createAccounts({ ...working, whoAre: whoAreOf(working.features) })
  const uploads = createUploads({ ...working, scan: scannerOf(settings) })
  const application = createApplication({
    ...working,
    accounts,
    uploads,
    instance: instanceOf(settings),
    house: houseOf(working),
    assets: readClient(client),
  })
  await startJobs({
    ...working,
    features: working.doers,
    onError: (err, job) => log.error({ err, job }, 'A job failed; it is tried again.'),
  })
  const stopSealing = keepSealing(database, clock, (err) =>
    log.error({ err }, 'The journal could not be sealed; it is tried again.'),
  )
  const stopSchedule = keepSchedule({
    ...working,
    onError: (err) => log.error({ err }, 'The schedule could not be kept; it is tried again.'),
  })
  const stopSending = keepSending({
    ...working,
    onMishap: (mishap) => log.warn(mishap, 'A letter has not left yet.'),
    onError: (err) => log.error({ err }, 'Letters could not be sent; it is tried again.'),
  })
  const stopDelivering = keepDelivering({
    ...working,
    onMishap: (mishap) => log.warn(mishap, 'A message to another system has not arrived yet.'),
    onError: (err) => log.error({ err }, 'Other systems could not be told; it is tried again.'),
  })
  await application.ready()
  const server = await listen(serverFor(application), settings)
  return async () => {
    const drained = server.drain()
    await application.close()
    await Promise.all([drained, stopSealing(), stopSchedule(), stopSending(), stopDelivering()])
    await accounts.close()
  }
}
