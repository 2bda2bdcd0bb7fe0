import { expect, it } from 'vitest'
import { createSmallBot } from '../support/small-bot.js'
import { knowledgeOfFiles, SMALL_REPORTS } from '../support/small-reports.js'

it('version names the bot, its knowledge and Node', async () => {
  const knowledge = knowledgeOfFiles(SMALL_REPORTS)
  expect((await createSmallBot({ knowledge }).notice('version')).text).toBe(
    `kubecon-bot 1.2.3, knowledge ${knowledge.revision}, Node 24.1.0`,
  )
})
