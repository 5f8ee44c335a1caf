metodbank.take("texts/5","19907dd5",["","","",""])
