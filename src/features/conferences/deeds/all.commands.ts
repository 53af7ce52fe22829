import type { AnyCommand } from '../../../platform/command/command.ts'
import { begin } from './begin.commands.ts'
import { returnTo } from './history.commands.ts'
import {
  background,
  coChairs,
  convenors,
  documents,
  figures,
  hosts,
  milestones,
  orderedSessions,
  questions,
  themes,
} from './parts.commands.ts'
import {
  addCountingRule,
  beginSeries,
  changeCountingRule,
  describeSeries,
  renameSeries,
  rewordSeries,
} from './series.commands.ts'
import { chooseColours, requireSignOffs } from './settings.commands.ts'
import {
  describe,
  describeParticipants,
  explainCoChairs,
  handOver,
  keepChair,
  rename,
} from './texts.commands.ts'
import {
  changeFormat,
  describeVenue,
  explainChange,
  moveDates,
  moveToZone,
  moveVenue,
} from './when-and-where.commands.ts'

const LISTS = [
  themes,
  questions,
  background,
  orderedSessions,
  hosts,
  coChairs,
  convenors,
  milestones,
  figures,
  documents,
]

/** Everything that a secretariat does to its conference, and the administrator to the series. */
export const DEEDS: readonly AnyCommand[] = [
  ...[
    begin,
    returnTo,
    rename,
    describe,
    describeParticipants,
    explainCoChairs,
    handOver,
    keepChair,
  ],
  ...[moveDates, changeFormat, moveToZone, moveVenue, describeVenue, explainChange],
  ...LISTS.flatMap(({ add, change, remove, order }) => [
    ...[add, change, remove],
    ...(order ? [order] : []),
  ]),
  ...[chooseColours, requireSignOffs],
  ...[beginSeries, renameSeries, rewordSeries, describeSeries, addCountingRule, changeCountingRule],
] as readonly AnyCommand[]
