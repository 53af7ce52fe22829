import { systemClock } from '../../platform/clock.ts'
import { exportData } from '../../platform/dataset/archive/subcommand.ts'
import { importData } from '../../platform/dataset/import/subcommand.ts'
import { type Feature, feature } from '../../platform/feature.ts'
import { say } from './words.ts'

/** Open data: what all features before it declare, as pages, an archive and widgets. */
export const opendata = (upstream: readonly Feature[]): Feature =>
  feature('opendata', {
    say,
    cli: {
      'data import': importData(upstream, systemClock),
      'data export': exportData(upstream, systemClock),
    },
  })
