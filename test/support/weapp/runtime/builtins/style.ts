/** What WeChat's own style sheet gives to built-in components, as far as layout depends on it. */
export const PHONE_STYLE = `
:root { --rpx: calc(100vw / 750) }
body { margin: 0 }
page, view, scroll-view, form, swiper, swiper-item, navigator, label, mp-picker, mp-textarea, mp-input,
checkbox-group, radio-group, mp-rich-text { display: block }
label, mp-checkbox, mp-radio, mp-switch, mp-image { display: inline-block }
page { min-height: 100vh; box-sizing: border-box; font-size: 16px }
scroll-view { overflow: auto }
text { white-space: pre-line }
mp-image { width: 320px; height: 240px; overflow: hidden }
mp-image img { width: 100%; height: 100% }
input, textarea { font: inherit; color: inherit }
mp-input input, mp-textarea textarea { border: 0; outline: 0; width: 100%; background: transparent; padding: 0 }
button { display: block; box-sizing: border-box; padding: 0 14px; font-size: 18px; line-height: 2.55; border: 0; border-radius: 5px }
.phone-bar { position: sticky; top: 0; height: 44px; line-height: 44px; text-align: center; background: #f7f5f0; z-index: 9 }
.phone-tabs { position: fixed; bottom: 0; left: 0; right: 0; display: flex; background: #fff; border-top: 1px solid #ddd }
.phone-tabs a { flex: 1; text-align: center; line-height: 50px }
.phone-sheet { position: fixed; bottom: 0; left: 0; right: 0; padding: 16px; background: #fff; z-index: 99 }
`
