metodbank.take("names","17d92d48","reading-pairs")
