export default definePageConfig({ navigationBarTitleText: '撤回与删除登记' })
