import { recordOf } from '../record'
/**
 * Templates of WeChat's built-in components. An inner tag is a real HTML element, so each built-in that would
 * clash with one (`input`, `image`, …) is renamed to an `mp-` host when the app is packed.
 */

/** Built-ins whose tag is also an HTML tag with a meaning of its own. */
export const RENAMED = [
  'input',
  'textarea',
  'image',
  'switch',
  'checkbox',
  'radio',
  'slider',
  'picker',
  'rich-text',
]

const CONTAINERS = [
  'view',
  'text',
  'label',
  'scroll-view',
  'button',
  'form',
  'swiper',
  'swiper-item',
  'navigator',
  'root-portal',
  'page-meta',
  'checkbox-group',
  'radio-group',
  'picker',
]

const typed = 'disabled="{{disabled ? true : false}}" maxlength="{{maxlength > 0 ? maxlength : false}}"'
const heard = 'catch:input="onInput" catch:focus="onFocus" catch:blur="onBlur" bind:keydown="onKey"'
const ticked =
  'checked="{{checked ? true : false}}" disabled="{{disabled ? true : false}}" catch:change="onChange"'

/** Built-in → its template. Native events are caught, or they would bubble to the app as raw DOM events. */
export const BUILTIN_TEMPLATES: Record<string, string> = {
  ...recordOf(CONTAINERS.map(name => [name, '<slot />'])),
  image: '<img src="{{source}}" alt="{{ariaLabel}}" catch:load="onLoad" catch:error="onError" />',
  input: `<input value="{{value}}" type="{{htmlType}}" placeholder="{{placeholder || false}}" ${typed} ${heard} />`,
  textarea: `<textarea value="{{value}}" placeholder="{{placeholder || false}}" ${typed} ${heard}></textarea>`,
  switch: `<input type="checkbox" role="switch" ${ticked} />`,
  checkbox: `<input type="checkbox" ${ticked} /><slot />`,
  radio: `<input type="radio" ${ticked} /><slot />`,
  slider:
    '<input type="range" min="{{min}}" max="{{max}}" step="{{step}}" value="{{value}}" catch:change="onChange" />',
  'rich-text': '<div></div>',
}
