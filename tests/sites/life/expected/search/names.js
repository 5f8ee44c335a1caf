metodbank.take("names","17d92d48",["reading-pairs",{"elder":"old-way","pairs":"reading-pairs","reading-in-twos":"reading-pairs","zebra-earlier":"zebra-draft"}])
