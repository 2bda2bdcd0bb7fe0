import { Refusal } from '../refusal.js'
import { conversationOf, type Method, needMembership, userOf } from './method.js'

/** Methods about users, and the reactions they leave. */
export const peopleMethods: readonly Method[] = [
  {
    name: 'users.info',
    token: 'bot',
    scope: 'users:read',
    answer: (args, context) => {
      const { id, name, realName, botId } = userOf(args, context)
      const profile = { real_name: realName, display_name: name }
      const team = context.credentials.teamId
      // Whoever is at the page is where this machine is.
      const tz = Intl.DateTimeFormat().resolvedOptions().timeZone
      return {
        user: {
          id,
          team_id: team,
          name,
          real_name: realName,
          is_bot: botId !== undefined,
          deleted: false,
          tz,
          profile,
        },
      }
    },
  },
  {
    name: 'reactions.add',
    token: 'bot',
    scope: 'reactions:write',
    answer: (args, context) => {
      const conversation = conversationOf(args, context)
      needMembership(conversation, context)
      const message = context.workspace.find(conversation.id, args.required('timestamp'))
      if (!message || message.viewer !== undefined) throw new Refusal('message_not_found')
      const isNew = context.workspace.react(message, args.required('name'), context.workspace.bot.id)
      if (!isNew) throw new Refusal('already_reacted')
      return {}
    },
  },
  {
    name: 'reactions.remove',
    token: 'bot',
    scope: 'reactions:write',
    answer: (args, context) => {
      const { id } = conversationOf(args, context)
      const message = context.workspace.find(id, args.required('timestamp'))
      if (!message || message.viewer !== undefined) throw new Refusal('message_not_found')
      const wasThere = context.workspace.unreact(message, args.required('name'), context.workspace.bot.id)
      if (!wasThere) throw new Refusal('no_reaction')
      return {}
    },
  },
]
