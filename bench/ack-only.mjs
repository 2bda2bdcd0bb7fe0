// The least that a Slack app can be: acknowledges every command and does nothing else. The yardstick of bench/slack.mjs.
import bolt from '@slack/bolt'

const { SLACK_BOT_TOKEN: token, SLACK_APP_TOKEN: appToken, SLACK_API_URL: slackApiUrl } = process.env
const app = new bolt.App({ token, appToken, socketMode: true, clientOptions: { slackApiUrl } })
app.command(/./, async ({ ack }) => ack())
app.event('app_mention', async () => undefined)
await app.start()
