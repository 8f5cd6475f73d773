export default defineAppConfig({
  pages: [],
  components: ['presented/index', 'compare/index', 'tabs/index', 'field/index', 'button/index'],
})
