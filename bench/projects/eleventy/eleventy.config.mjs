// A project for bench/peers.py: articles, and pages of threads, tags and categories, each with a feed.
const grouped = (key) => (api) => {
  const groups = new Map();
  for (const post of api.getFilteredByGlob("content/posts/*.md").reverse())
    for (const name of [post.data[key]].flat()) groups.set(name, [...(groups.get(name) ?? []), post]);
  return [...groups].map(([name, posts]) => ({ path: `${key}/${name}`, name, posts }));
};

export default function (config) {
  config.addCollection("groups", (api) => ["thread", "category", "tags"].flatMap((key) => grouped(key)(api)));
  config.addCollection("posts", (api) => api.getFilteredByGlob("content/posts/*.md").reverse());
  config.addFilter("day", (date) => date.toISOString().slice(0, 10));
  return { dir: { input: "content", includes: "../layouts", output: "public" }, markdownTemplateEngine: false };
}
