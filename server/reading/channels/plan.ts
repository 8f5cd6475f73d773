import { CHANNEL_RULES, VILLAGE_BOARD } from '@shared/facts/reading/channelKinds'
import type { Channel } from '@shared/contract/catalogues/catalogue'
import type { PlannedChannel } from '@shared/contract/reading/channelProof'

type Rule = (typeof CHANNEL_RULES)[number]

const OTHER = CHANNEL_RULES.find(({ kind }) => kind === 'other')!

/** Returns the kind of proof that a channel needs; 社区/企事业单位/村公示栏(电子屏) is a board. */
export const channelRule = (name: string): Rule =>
  CHANNEL_RULES.find(({ words }) => words.some(word => name.includes(word))) ?? OTHER

const planned = ({ name, ticked }: Channel): Omit<PlannedChannel, 'proofs'> => {
  const { kind, label, help, needs } = channelRule(name)
  return { name, kind, kindLabel: label, help, needs, unclear: ticked === null }
}

/**
 * Returns the channel plan of an item: the channels that the catalogue ticks, and as unclear those whose tick was lost.
 * A village's item without channels gets the village's board.
 */
export function channelPlan(
  channels: readonly Channel[],
  isVillage: boolean,
): Omit<PlannedChannel, 'proofs'>[] {
  const meant = channels.filter(({ ticked }) => ticked !== false)
  const asked = meant.length === 0 && isVillage ? [{ name: VILLAGE_BOARD.name, ticked: true }] : meant
  return [...new Map(asked.map(channel => [channel.name, planned(channel)])).values()]
}
