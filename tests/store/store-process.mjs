// A process that uses the store as the bot does, to be killed. It says on standard output what is on the disk.
// node store-process.mjs <race|work> <data folder> <DATABASE_URL or empty> <number> <start, milliseconds>
import { openStore } from '../../dist/src/store/open-store.js'

const [what, dataDir, databaseUrl, number, start] = process.argv.slice(2)
const say = (line) => process.stdout.write(`${line}\n`)
const options = { dataDir, ...(databaseUrl && { databaseUrl }), now: Date.now }
const slotOf = (i) => ({ subscription: 'T1:C1', slot: `s${i}` })

// All processes at the same moment, after their modules are loaded.
while (Date.now() < Number(start)) await new Promise((resolve) => setTimeout(resolve, 1))
const store = await openStore(options)
say('open')

if (what === 'race') {
  let won = 0
  for (let i = 0; i < 20; i++) if (await store.digests.claimSlot(slotOf(i), Date.now())) won += 1
  say(`won ${won}`)
  await store.close()
} else {
  for (let i = 0; ; i++) {
    const name = `${number}.${i}`
    await store.digests.claimSlot(slotOf(name), Date.now())
    say(`claimed ${name}`)
    await store.digests.confirmSlot(slotOf(name), 'm', [name], Date.now())
    say(`confirmed ${name}`)
  }
}
