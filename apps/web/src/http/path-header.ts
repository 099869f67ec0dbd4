/** In which the proxy tells pages and layouts their own address: a layout cannot know it otherwise. */
export const PATH_HEADER = "x-mesocycle-path";
