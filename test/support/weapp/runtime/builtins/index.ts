import { addTemplate, type CodeSpace } from '../glassEasel'
import { containers } from './containers'
import type { BuiltinContext } from './context'
import { fields } from './fields'

/** Register the built-in components in the global space and make them known to the app under both of their tags. */
export function registerBuiltins(
  globalSpace: CodeSpace,
  appSpace: CodeSpace,
  groups: Record<string, unknown>,
  context: BuiltinContext,
): void {
  for (const [tag, definition] of Object.entries({ ...containers(context), ...fields(context) })) {
    const path = `__builtin/${tag}`
    globalSpace.addComponentStaticConfig(path, { component: true, styleIsolation: 'shared' as never })
    addTemplate(globalSpace, path, groups)
    const { _$: registered } = globalSpace.component(path).definition(definition).register() as unknown as {
      _$: Parameters<ReturnType<CodeSpace['getComponentSpace']>['setGlobalUsingComponent']>[1]
    }
    for (const name of [tag, `mp-${tag}`]) {
      appSpace.getComponentSpace().setGlobalUsingComponent(name, registered)
    }
  }
}
