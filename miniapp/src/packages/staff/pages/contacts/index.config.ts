export default definePageConfig({ navigationBarTitleText: '机构与联系人' })
