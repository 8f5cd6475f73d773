/** Names that say nothing without the area above them: 其他, 综合. */
const SHORT = 3

/** Returns what has to be disclosed, in words that need nothing above them: an item called 其他 takes its area with it. */
export const dutyName = ({ area, name }: { area: string; name: string }): string =>
  name.length <= SHORT && name !== area ? `${area}·${name}` : name
