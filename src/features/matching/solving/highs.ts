import loadHighs, { type Highs, type HighsCallbackMap, type ModelData } from 'highs'
import { type Aim, commonFactor, type Row, totalOf } from '../programme/lines.ts'
import {
  type Answer,
  type Asked,
  type AskedRelaxed,
  type Engine,
  keepsAll,
  type Relaxed,
} from './engine.ts'

/**
 * Loads HiGHS: 3.5 MB of code, and memory that only grows, so in a process of its own.
 *
 * @param isEnough asked at every checkpoint whether the search should end with what it has.
 * @param code compiled before; what has run for a while is twice as fast as what is compiled anew.
 */
export const loadEngine = async (
  isEnough = () => false,
  code?: WebAssembly.Module,
): Promise<Engine> => {
  const highs = await loadHighs(code && { wasmModule: code })
  return {
    best: (asked) => solve(highs, asked, isEnough),
    relax: (asked) => relax(highs, asked, isEnough),
  }
}

/** At every checkpoint of a search: says how far it is, and ends it where that is enough. Nothing is logged, so no log tells. */
const watching = (
  { constants }: Highs,
  isEnough: () => boolean,
  tell?: (value: number, bound: number) => void,
): HighsCallbackMap => ({
  [constants.callbackType.mipInterrupt](event) {
    const { mip_primal_bound: value = Number.NaN, mip_dual_bound: bound = Number.NaN } = event.data
    if (Number.isFinite(value) && Number.isFinite(bound)) tell?.(value, bound)
    if (isEnough()) event.interrupt()
    return undefined
  },
})

/** The bit of a rule of HiGHS: looking for columns that are alike. Like offers are merged before, so that it looks in vain. */
const PARALLEL_COLUMNS = 2 ** 13

/** Same programme, same answer: there is one thread, and one seed. Aims are whole, so less than one from the bound is the bound. */
const OPTIONS = {
  ...{ output_flag: false, random_seed: 1, mip_abs_gap: 0.99, mip_allow_restart: false },
  presolve_rule_off: PARALLEL_COLUMNS,
}

function solve(highs: Highs, asked: Asked, isEnough: () => boolean): Answer {
  const { lines, aim, start, milliseconds, within, tell } = asked
  const common = commonFactor(aim)
  return highs.withModel(modelOf(highs, asked, common), (model) => {
    model.options.set({ ...OPTIONS, time_limit: milliseconds / 1000, mip_rel_gap: within })
    if (start) model.setSolution({ colValue: Float64Array.from(start) })
    model.run(watching(highs, isEnough, (value, bound) => tell?.(value * common, bound * common)))
    const { constants } = highs
    const isDone = model.getModelStatus() === constants.modelStatus.optimal
    const values = Array.from(model.getSolution().colValue, (value) => Math.round(value) + 0)
    const kept = lines.columns.length === values.length && keepsAll(lines, values) ? values : null
    const bound =
      isDone && within === 0 && kept
        ? totalOf(aim.terms, kept)
        : wholeBound(aim, Number(model.info.get('mip_dual_bound'))) * common
    return { values: kept, bound }
  })
}

/** No value between whole numbers is reached; what was cut off by rounding inside the solver is not counted. */
const wholeBound = ({ sense }: Aim, bound: number): number =>
  sense === 'most' ? Math.floor(bound + 1e-6) : Math.ceil(bound - 1e-6)

/** Rows are added as they are broken, and the solver goes on from where it is. */
function relax(highs: Highs, asked: AskedRelaxed, isEnough: () => boolean): Relaxed {
  const { lines, aim, left, broken } = asked
  const first = lines.rows.length
  const common = commonFactor(aim)
  const { integrality, ...model } = modelOf(highs, { lines, aim, start: null }, common)
  return highs.withModel(model, (one) => {
    const valuesOf = () => Array.from(one.getSolution().colValue)
    const add = (rows: readonly Row[]) =>
      one.addRows({
        lower: Float64Array.from(rows, ({ lower }) => lower),
        upper: Float64Array.from(rows, ({ upper }) => upper),
        matrix: { ...matrixOf(rows), numCols: lines.columns.length },
      })
    one.options.set({ output_flag: false, random_seed: 1, solver: 'simplex' })
    one.run()
    for (let rows = broken(valuesOf()); rows.length > 0 && left() > 0; rows = broken(valuesOf())) {
      add(rows)
      one.run()
    }
    const prices = Array.from(
      one.getSolution().rowDual.subarray(first),
      (dual) => Math.abs(dual) * common,
    )
    const all = { kind: 'range', from: 0, to: lines.columns.length - 1 } as const
    one.changeColsIntegrality(all, integrality as Int32Array)
    one.options.set(OPTIONS)
    for (;;) {
      one.options.set({ time_limit: left() / 1000 })
      one.run(watching(highs, isEnough))
      const values = valuesOf().map((value) => Math.round(value) + 0)
      const bound = wholeBound(aim, Number(one.info.get('mip_dual_bound'))) * common
      const rows = broken(values)
      if (rows.length === 0) return { values, bound, prices }
      if (left() === 0) return { values: null, bound, prices }
      add(rows)
    }
  })
}

const matrixOf = (rows: readonly Row[]) => {
  const starts = new Int32Array(rows.length + 1)
  rows.forEach((row, at) => {
    starts[at + 1] = (starts[at] ?? 0) + row.columns.length
  })
  return {
    ...{ numRows: rows.length, format: 'csr' as const, starts },
    indices: Int32Array.from(rows.flatMap((row) => row.columns)),
    values: Float64Array.from(rows.flatMap((row) => row.factors)),
  }
}

function modelOf(
  highs: Highs,
  asked: Pick<Asked, 'lines' | 'aim' | 'start' | 'fixed'>,
  common: number,
): ModelData {
  const { lines, aim, start, fixed } = asked
  const held = (column: number) => (fixed?.has(column) ? start?.[column] : undefined)
  const { columns, rows } = lines
  const cost = new Float64Array(columns.length)
  for (const [column, factor] of aim.terms) cost[column] = (cost[column] ?? 0) + factor / common
  const { objectiveSense, variableType } = highs.constants
  return {
    ...{ numCols: columns.length, numRows: rows.length },
    sense: aim.sense === 'most' ? objectiveSense.maximize : objectiveSense.minimize,
    colCost: cost,
    colLower: Float64Array.from(columns, (_, at) => held(at) ?? 0),
    colUpper: Float64Array.from(columns, ({ upper }, at) => held(at) ?? upper),
    rowLower: Float64Array.from(rows, ({ lower }) => lower),
    rowUpper: Float64Array.from(rows, ({ upper }) => upper),
    integrality: new Int32Array(columns.length).fill(variableType.integer),
    matrix: { ...matrixOf(rows), numCols: columns.length },
  }
}
