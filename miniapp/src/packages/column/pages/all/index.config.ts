export default definePageConfig({
  navigationBarTitleText: '各栏目更新情况',
  enableShareAppMessage: true,
  enableShareTimeline: true,
})
