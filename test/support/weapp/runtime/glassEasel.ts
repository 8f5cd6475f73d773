/**
 * The one door to WeChat's component framework. The adapter's package.json names a types file that does not exist,
 * so its built file is imported by path; the core comes through the adapter, or there would be two copies of it.
 */
import {
  MiniProgramEnv,
  glassEasel,
  type AssociatedBackend,
  type CodeSpace,
  type Root,
  type component,
  type types,
} from 'glass-easel-miniprogram-adapter/dist/glass_easel_miniprogram_adapter'

export { MiniProgramEnv, glassEasel }
export type { AssociatedBackend, CodeSpace, Root }
export type Caller = component.GeneralComponent
export type ComponentDefinition = types.GeneralComponentDefinition
export type FrameworkElement = InstanceType<typeof glassEasel.Element>

type CompiledTemplate = Parameters<CodeSpace['addCompiledTemplate']>[1]

/** The DOM element that a built-in component is drawn as. */
export function hostElement(caller: Caller): HTMLElement | null {
  return caller._$.getBackendElement() as unknown as HTMLElement | null
}

/** The nearest ancestor that is the built-in `tag`, or null. */
export function closestBuiltin(from: Caller, tag: string): Caller | null {
  let node: FrameworkElement | null = from._$.parentNode
  while (node && node.asGeneralComponent()?.is !== `__builtin/${tag}`) node = node.parentNode
  return node ? callerOf(node) : null
}

/** The face of a component that the app sees; null for a plain node. */
export function callerOf(element: FrameworkElement): Caller | null {
  return (element.asGeneralComponent()?.getMethodCaller() as unknown as Caller | undefined) ?? null
}

/** Register a compiled template of `path`. */
export function addTemplate(space: CodeSpace, path: string, groups: Record<string, unknown>): void {
  space.addCompiledTemplate(path, { groupList: groups, content: groups[path] } as unknown as CompiledTemplate)
}
