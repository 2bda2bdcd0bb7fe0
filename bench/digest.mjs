// A year of digests in simulated time: 200 channels in 40 zones over both changes of the clock, with a process that is
// stopped for up to two hours or dies between two steps, again and again.  npm run bench:digest
import { loadTypeScript } from './load-typescript.mjs'

const { simulateYear, ZONES } = await loadTypeScript('tests/digest/simulate-year.ts')

const started = performance.now()
const { faults, digests, days, rounds, crashes, restarts } = await simulateYear({
  channels: 200,
  weekdays: (random) => {
    const weekdays = [1, 2, 3, 4, 5, 6, 7].filter(() => random() < 0.8)
    return weekdays.length === 0 ? [1] : weekdays
  },
  crash: 0.0015,
  stop: 0.012,
})
const ms = performance.now() - started

console.log(`200 channels in ${ZONES.length} zones, 2026-11-20 to 2027-11-20, in ${(ms / 1000).toFixed(0)} s`)
console.log(
  `  ${number(digests)} digests (${(ms / digests).toFixed(2)} ms each), ${number(rounds)} further rounds begun`,
)
console.log(`  ${number(restarts)} restarts, ${number(crashes)} deaths between two steps of posting`)
console.log(`  ${number(days)} local days with a digest owed; ${faults.length} faults`)
for (const fault of faults.slice(0, 20)) console.log(`  ${fault}`)
process.exitCode = faults.length === 0 ? 0 : 1

function number(value) {
  return value.toLocaleString('en')
}
