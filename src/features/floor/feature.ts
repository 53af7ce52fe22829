import { feature } from '../../platform/feature.ts'
import { amend, confirm, inscribe, insert, withdraw } from './deeds/asking.commands.ts'
import { acceptExchange, declineExchange, offerExchange } from './deeds/exchange.commands.ts'
import { askReply, raisePoint, ruleOnPoint } from './deeds/interventions.commands.ts'
import {
  absent,
  adjourn,
  beginSession,
  endFloor,
  giveFloor,
  move,
  next,
  pause,
  resume,
  resumeSession,
  setLimit,
  suspend,
  undo,
} from './deeds/running.commands.ts'
import {
  changeSettings,
  close,
  open,
  recordPreset,
  setUp,
  takePreset,
} from './deeds/settings.commands.ts'
import { Presets } from './queue/presets.ts'
import { say } from './words.ts'

/** Lists of speakers: who takes the floor, in which order, for how long. */
export const floor = feature('floor', {
  say,
  commands: [
    ...[recordPreset, setUp, takePreset, changeSettings, open, close],
    ...[inscribe, insert, amend, withdraw, confirm],
    ...[offerExchange, acceptExchange, declineExchange, move, absent, setLimit],
    ...[beginSession, suspend, resumeSession, adjourn],
    ...[giveFloor, next, pause, resume, endFloor],
    ...[askReply, raisePoint, ruleOnPoint, undo],
  ],
  shipped: [
    {
      file: 'floor-presets.json',
      deeds: (content) =>
        Presets.parse(content).presets.map((preset, position) => ({
          command: recordPreset,
          input: { ...preset, position },
          key: `floor-preset/${preset.id}`,
        })),
    },
  ],
})
