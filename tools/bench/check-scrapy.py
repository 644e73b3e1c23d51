"""The check as a spider for `scrapy runspider`. Arguments: pages, port, site. Prints how many pages link to the site as JSON."""
import json
import socket

from scrapy import Request, Spider

# Every host is this machine.
socket.gethostbyname = lambda host: "127.0.0.1"


class LinkSpider(Spider):
    name = "links"
    linking = 0

    def start_requests(self):
        pages = int(self.pages)
        hosts = -(-pages // 5)
        for index in range(pages):
            page = (index % hosts) * 5 + index // hosts
            yield Request(f"http://host{page // 5}.example:{self.port}/post/{page}")

    def parse(self, response):
        if any(self.site in href for href in response.css("a::attr(href)").getall()):
            self.linking += 1

    def closed(self, reason):
        print(json.dumps({"live": self.linking}))
